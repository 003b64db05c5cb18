package io.onevisit.hotline;

import io.onevisit.notices.Channel;
import io.onevisit.notices.Message;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells who sent an order over the web what was answered; callers are called back. */
@Component
class OwnerNotices {

    private final List<Channel> channels;
    private final Dispatch dispatch;
    private final Clock time;

    OwnerNotices(List<Channel> channels, Dispatch dispatch, Clock time) {
        this.channels = channels;
        this.dispatch = dispatch;
        this.time = time;
    }

    /** One message per answer: an order sent back once is answered twice. */
    void replied(WorkOrder order) {
        if (order.owner() == null) {
            return;
        }
        var message = new Message(
                UUID.randomUUID(),
                order.no() + ":replied:" + order.repliedAt(),
                order.owner(),
                "order-replied",
                "您的诉求已有答复",
                "您好！您提出的" + order.kind().label() + "由" + dispatch.name(order.unit()) + "办理，现答复如下：\n" + order.reply()
                        + "\n话务员会回访您是否满意。工单编号：" + order.no() + "。",
                null,
                null,
                time.instant());
        channels.forEach(channel -> channel.deliver(message));
    }
}
