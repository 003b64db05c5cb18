package io.onevisit.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers anyone how a limit would run, without a case and without personal data. */
@RestController
class PreviewController {

    private final Calendars calendars;
    private final Thresholds thresholds;
    private final Clock now;

    PreviewController(Calendars calendars, Thresholds thresholds, Clock now) {
        this.calendars = calendars;
        this.thresholds = thresholds;
        this.now = now;
    }

    @PostMapping("/api/deadlines/preview")
    Preview preview(@RequestBody JsonNode body) {
        var request = PreviewRequest.read(body, now.instant());
        var calendar = calendars
                .find(request.region())
                .orElseThrow(() -> Fields.invalid("region", "没有地区 " + request.region() + " 的工作日历"));
        return Preview.of(
                request,
                calendar,
                thresholds.of(request.kind(), request.region()).lights());
    }
}
