package io.onevisit.cockpit;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.handoff.CallbackKind;
import io.onevisit.handoff.Handoffs;
import io.onevisit.reach.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was exchanged with the departments, newest first. */
@Component
class HandoffList {

    private static final int NEWEST = 200;

    private static final Map<String, String> STATES = Map.of(
            "PREPARED", "待发送",
            "SENT", "已送达部门",
            "UNCERTAIN", "结果未知，待核对",
            "REFUSED", "被拒绝",
            "APPLIED", "已生效",
            "EARLY", "提前到达，待处理",
            "STALE", "已过时");

    private final Handoffs handoffs;
    private final Catalogue catalogue;

    HandoffList(Handoffs handoffs, Catalogue catalogue) {
        this.handoffs = handoffs;
        this.catalogue = catalogue;
    }

    /** @param department of this one only; empty for all */
    List<HandoffRow> of(Reach reach, String department) {
        var names = catalogue.departmentNames();
        return handoffs.newest(reach, department, NEWEST).stream()
                .map(line -> new HandoffRow(
                        line.caseNo() + ":" + line.kind() + ":" + line.sequence(),
                        line.caseNo(),
                        line.department(),
                        names.getOrDefault(line.department(), line.department()),
                        line.direction(),
                        line.kind(),
                        kindLabel(line.direction(), line.kind()),
                        line.status(),
                        STATES.getOrDefault(line.status(), line.status()),
                        line.tries(),
                        line.note(),
                        line.at()))
                .toList();
    }

    private static String kindLabel(String direction, String kind) {
        if (direction.equals("OUT")) {
            return switch (kind) {
                case "SUPPLEMENT" -> "补正材料";
                case "ENDED" -> "告知办件终止";
                default -> "推送办件";
            };
        }
        return CallbackKind.valueOf(kind).label();
    }

    record HandoffRow(
            String messageKey,
            String caseNo,
            String department,
            String departmentName,
            String direction,
            String kind,
            String kindLabel,
            String state,
            String stateLabel,
            int attempts,
            String detail,
            Instant at) {}
}
