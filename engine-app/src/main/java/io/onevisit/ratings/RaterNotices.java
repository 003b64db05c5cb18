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

    void answered(Rating rating, String reply) {
        tell(
                rating,
                "rating-answered",
                "您对“" + rating.itemName() + "”的评价已有反馈",
                "您好！您反映的问题已经核实整改，现答复如下：\n" + reply + "\n您可以在“我的办件”中再次评价，我们也会回访您的意见。\n评价编号：" + rating.no() + "。");
    }

    void excluded(Rating rating, String reason) {
        tell(
                rating,
                "rating-excluded",
                "您对“" + rating.itemName() + "”的评价经复核不计入得分",
                "您好！您的评价经监察人员复核，不计入得分，评价内容仍保留在案。\n理由：" + reason + "\n如有异议，可以拨打 12345 或者在“我要诉求”中反映。\n评价编号：" + rating.no()
                        + "。");
    }

    private void tell(Rating rating, String notice, String title, String text) {
        if (!rating.named()) {
            return;
        }
        var message = new Message(
                UUID.randomUUID(),
                rating.no() + ":" + notice,
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
