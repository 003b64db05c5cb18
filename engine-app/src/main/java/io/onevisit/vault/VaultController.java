package io.onevisit.vault;

import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys by name, what is still sealed with an older one, and the change of the key. */
@PlatformWork("系统管理员看密钥名称和数目")
@RestController
@RequestMapping("/api/vault")
class VaultController {

    private final KeyProvider keys;
    private final Resealing resealing;
    private final Executor later;

    VaultController(KeyProvider keys, Resealing resealing, @Qualifier("applicationTaskExecutor") Executor later) {
        this.keys = keys;
        this.resealing = resealing;
        this.later = later;
    }

    /**
     * @param stale values by column that are not sealed with the current key
     * @param plain values by column that are not sealed at all
     */
    record Page(
            String current, String algorithm, List<String> keys, Map<String, Long> stale, Map<String, Long> plain) {}

    @Operation(summary = "加密密钥的名称和各列尚未用当前密钥加密的数量；不含密钥本身")
    @GetMapping
    @Noted(Verb.LOOK_KEYS)
    Page page() {
        var current = keys.current();
        return new Page(current.id(), current.algorithm().name(), keys.names(), resealing.left(), resealing.plain());
    }

    @Operation(summary = "更换加密密钥：新值用新密钥，已有的值在后台分批重新加密")
    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Noted(Verb.CHANGE_KEY)
    public Map<String, String> renew() {
        var key = keys.renew();
        later.execute(() -> {
            try {
                resealing.run();
            } catch (RuntimeException e) { // tonight goes on where it stopped
                LoggerFactory.getLogger(getClass()).warn("Sealing anew stopped", e);
            }
        });
        return Map.of("current", key.id());
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
    @SchedulerLock(name = "resealing", lockAtMostFor = "PT1H")
    void everyNight() {
        resealing.run(false);
    }

    /** Also what was brought in past the application, or sealed with the old key in the moment of its change. */
    @Scheduled(cron = "0 10 4 * * SUN", zone = "Asia/Shanghai")
    @SchedulerLock(name = "resealing-again", lockAtMostFor = "PT1H")
    void everyWeek() {
        resealing.run(true);
    }
}
