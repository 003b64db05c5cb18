package io.onevisit.ratings;

import io.onevisit.notices.Channel;
import io.onevisit.notices.Message;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a named rater what became of their rating; the anonymous read it under "评价公示". */
@Component
class RaterNotices {

    private final List<Channel> channels;
    private final Clock time;

    RaterNotices(List<Channel> channels, Clock time) {
        this.channels = channels;
        this.time = time;
    }

    /** One message per reply: what is rectified again is answered again. */
    void answered(Rating rating, String reply) {
        tell(
                rating,
                "rating-answered",
                rating.handling().round() == 1 ? "" : ":" + rating.handling().round(),
                "您对“" + rating.itemName() + "”的评价已有反馈",
                "您好！您反映的问题已经核实整改，现答复如下：\n" + reply + "\n您可以在“我的办件”中再次评价，我们也会回访您的意见。\n评价编号：" + rating.no() + "。");
    }

    void reopened(Rating rating) {
        tell(
                rating,
                "rating-reopened",
                "",
                "您对“" + rating.itemName() + "”的评价已退回重新整改",
                "您好！您对整改结果仍不满意，我们已退回单位负责人重新整改，五个工作日内向您反馈。\n评价编号：" + rating.no() + "。");
    }

    void concluded(Rating rating, String conclusion) {
        tell(
                rating,
                "rating-concluded",
                "",
                "您对“" + rating.itemName() + "”的评价已由监察人员结案",
                "您好！重新整改之后您仍不满意，监察人员核查了全部处置情况，结论和理由如下：\n" + conclusion
                        + "\n本次差评处置到此结束。如有异议，可以拨打 12345 或者在“我要诉求”中反映。\n评价编号：" + rating.no() + "。");
    }

    void excluded(Rating rating, String reason) {
        tell(
                rating,
                "rating-excluded",
                "",
                "您对“" + rating.itemName() + "”的评价经复核不计入得分",
                "您好！您的评价经监察人员复核，不计入得分，评价内容仍保留在案。\n理由：" + reason + "\n如有异议，可以拨打 12345 或者在“我要诉求”中反映。\n评价编号：" + rating.no()
                        + "。");
    }

    private void tell(Rating rating, String notice, String turn, String title, String text) {
        if (!rating.named()) {
            return;
        }
        var message = new Message(
                UUID.randomUUID(),
                rating.no() + ":" + notice + turn,
                rating.rater(),
                notice,
                title,
                text,
                rating.applicationNo(),
                rating.caseNo(),
                time.instant());
        channels.forEach(channel -> channel.deliver(message));
    }
}
