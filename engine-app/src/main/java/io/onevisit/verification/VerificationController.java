package io.onevisit.verification;

import io.onevisit.engine.PlatformWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators ask whether everything that must hold does; {@code ./onevisit verify} prints the answer. */
@RestController
@RequestMapping("/api/verification")
class VerificationController {

    private static final int MOST = 1_000;

    private final Verification verification;

    VerificationController(Verification verification) {
        this.verification = verification;
    }

    @PlatformWork("核对全部数据，答复中只有编号")
    @GetMapping
    Verification.Report check(@RequestParam(defaultValue = "20") int most) {
        return verification.check(Math.min(Math.max(most, 1), MOST));
    }
}
