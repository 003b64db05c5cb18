package io.onevisit.halls;

import io.onevisit.notices.Channel;
import io.onevisit.notices.Message;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells people of their appointments and visits, each thing once. */
@Component
class HallNotices {

    static final String APPOINTMENTS = "/hall/appointments";
    static final String HOME_VISITS = "/hall/visits";
    static final String DESK = "/tasks/visits";

    private final List<Channel> channels;
    private final Clock time;

    HallNotices(List<Channel> channels, Clock time) {
        this.channels = channels;
        this.time = time;
    }

    /** @param key the effect it belongs to: told once */
    void tell(String recipient, String key, String notice, String title, String text, String link) {
        var message = new Message(
                UUID.randomUUID(),
                key + ":" + recipient,
                recipient,
                notice,
                title,
                text,
                null,
                null,
                time.instant(),
                link);
        channels.forEach(channel -> channel.deliver(message));
    }
}
