package io.onevisit.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers anyone how a limit would run, without a case and without personal data. */
@RestController
class PreviewController {

    private static final String EXAMPLE =
            """
            {"kind": "CASE", "start": "2026-02-12T10:00:00+08:00", "promised": 7, "statutory": 10,
             "unit": "WORKING_DAY", "rule": "EXACT_TIME", "region": "430000",
             "events": [{"type": "SPECIAL_PROCEDURE", "at": "2026-02-13T09:00:00+08:00", "days": 3}],
             "at": "2026-02-27T10:00:01+08:00"}""";

    private final Calendars calendars;
    private final Thresholds thresholds;
    private final StandardLimits limits;
    private final Clock now;

    PreviewController(Calendars calendars, Thresholds thresholds, StandardLimits limits, Clock now) {
        this.calendars = calendars;
        this.thresholds = thresholds;
        this.limits = limits;
        this.now = now;
    }

    @Operation(
            summary = "时限预览：不需要办件，计算亮灯时间和已用、剩余天数",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "application/json", examples = @ExampleObject(EXAMPLE))))
    @PostMapping("/api/deadlines/preview")
    Preview preview(@RequestBody JsonNode body) {
        var request = PreviewRequest.read(body, limits, now.instant());
        var calendar = calendars
                .find(request.region())
                .orElseThrow(() -> Fields.invalid("region", "没有地区 " + request.region() + " 的工作日历"));
        return Preview.of(
                request,
                calendar,
                thresholds.of(request.kind(), request.region()).lights());
    }
}
