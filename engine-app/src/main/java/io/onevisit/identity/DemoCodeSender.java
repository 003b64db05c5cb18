package io.onevisit.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes codes into the log instead of sending them; only in the demonstration. */
@Component
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoCodeSender implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCodeSender.class);

    @Override
    public void send(String phone, String text) {
        LOG.info("Demonstration, instead of a message to {}: {}", phone, text);
    }

    @Override
    public String hint() {
        return "演示环境不发短信，验证码写在服务端日志 data/logs/engine.log 里。";
    }
}
