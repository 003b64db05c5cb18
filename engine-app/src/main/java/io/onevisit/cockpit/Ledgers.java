package io.onevisit.cockpit;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.handoff.CallbackKind;
import io.onevisit.handoff.Handoffs;
import io.onevisit.supervision.Cards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was raised and what was exchanged, newest first. */
@Component
class Ledgers {

    private static final int NEWEST = 200;

    private static final Map<String, String> STATES = Map.of(
            "PREPARED", "待发送",
            "SENT", "已送达部门",
            "UNCERTAIN", "结果未知，待核对",
            "REFUSED", "被拒绝",
            "APPLIED", "已生效",
            "EARLY", "提前到达，待处理",
            "STALE", "已过时");

    private final Cards cards;
    private final Handoffs handoffs;
    private final Cases cases;
    private final Catalogue catalogue;

    Ledgers(Cards cards, Handoffs handoffs, Cases cases, Catalogue catalogue) {
        this.cards = cards;
        this.handoffs = handoffs;
        this.cases = cases;
        this.catalogue = catalogue;
    }

    List<CardRow> cards(Scope scope) {
        var names = catalogue.departmentNames();
        return cards.newest(new Cards.Filter(null, null, null, scope.regionPrefix()), 0, NEWEST).stream()
                .map(card -> {
                    var file = cases.find(card.caseNo());
                    return new CardRow(
                            Long.toString(card.id()),
                            card.caseNo(),
                            file.map(CaseFile::applicationNo).orElse(""),
                            file.map(CaseFile::itemName).orElse(card.element()),
                            names.getOrDefault(card.department(), card.department()),
                            card.light().name(),
                            card.message(),
                            card.basis(),
                            card.raisedAt(),
                            card.dueAt());
                })
                .toList();
    }

    List<HandoffRow> handoffs(Scope scope) {
        var names = catalogue.departmentNames();
        return handoffs.newest(scope.regionPrefix(), NEWEST).stream()
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
            return kind.equals("SUPPLEMENT") ? "补正材料" : "推送办件";
        }
        return CallbackKind.valueOf(kind).label();
    }

    record CardRow(
            String id,
            String caseNo,
            String applicationNo,
            String itemName,
            String departmentName,
            String light,
            String message,
            String basis,
            Instant raisedAt,
            Instant dueAt) {}

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
