package io.onevisit.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Telephones of tests: keeps what was sent to them. */
@Component
public class SentCodes implements CodeSender {

    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    public record Sent(String phone, String text) {}

    @Override
    public void send(String phone, String text) {
        sent.add(new Sent(phone, text));
    }

    /** The newest code on this telephone; texts are sent in the background, so it may take a moment. */
    public String codeOn(String phone) throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            for (var i = sent.size() - 1; i >= 0; i--) {
                var code = CODE.matcher(sent.get(i).text());
                if (sent.get(i).phone().equals(phone) && code.find()) {
                    return code.group(1);
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no code came to " + phone);
    }

    public List<String> on(String phone) {
        return sent.stream()
                .filter(one -> one.phone().equals(phone))
                .map(Sent::text)
                .toList();
    }
}
