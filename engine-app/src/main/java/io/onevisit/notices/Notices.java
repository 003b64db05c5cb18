package io.onevisit.notices;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells applicants what happened to their cases, and others what they are to know of them, over every channel, once per key. */
@Component
public class Notices {

    private final Templates templates;
    private final Facts facts;
    private final List<Channel> channels;
    private final Clock time;

    Notices(Templates templates, Facts facts, List<Channel> channels, Clock time) {
        this.templates = templates;
        this.facts = facts;
        this.channels = channels;
        this.time = time;
    }

    /**
     * @param key the effect this notice is, e.g. the task that asked for it
     * @param caseNo empty where it concerns the whole application
     * @param notice name of the template, e.g. {@code case-granted}
     */
    @Transactional
    public void send(String key, String applicationNo, String caseNo, String notice) {
        var template = templates.template(notice);
        var addressee = facts.of(applicationNo, caseNo);
        deliver(key, addressee.recipient(), addressee, template, applicationNo, caseNo, notice);
        addressee
                .also()
                .forEach(
                        agent -> deliver(key + ":" + agent, agent, addressee, template, applicationNo, caseNo, notice));
    }

    /**
     * Tells somebody who applied for nothing.
     *
     * @param words that fill the template
     * @param link path within the client that shows what it is about
     */
    @Transactional
    public void tell(String key, String recipient, String notice, Map<String, String> words, String link) {
        var template = templates.template(notice);
        var message = new Message(
                UUID.randomUUID(),
                key,
                recipient,
                notice,
                template.title(words),
                template.text(words),
                null,
                null,
                time.instant(),
                link);
        channels.forEach(channel -> channel.deliver(message));
    }

    private void deliver(
            String key,
            String recipient,
            Addressee addressee,
            Templates.Template template,
            String applicationNo,
            String caseNo,
            String notice) {
        var message = new Message(
                UUID.randomUUID(),
                key,
                recipient,
                notice,
                template.title(addressee.words()),
                template.text(addressee.words()),
                applicationNo,
                caseNo.isEmpty() ? null : caseNo,
                time.instant());
        channels.forEach(channel -> channel.deliver(message));
    }
}
