package io.onevisit.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The anchors that speak of a day: whether they are genuine, complete, and the same here and outside. */
@Component
class AnchorCheck {

    /** An entry that began before midnight may be sealed, and its chain signed, after it. */
    private static final int DAYS_AFTER = 2;

    private final AnchorRows rows;
    private final AnchorFiles files;
    private final SigningKey key;

    AnchorCheck(AnchorRows rows, AnchorFiles files, SigningKey key) {
        this.rows = rows;
        this.files = files;
        this.key = key;
    }

    /** @param signed the signed heads of the day's chains, by region and position */
    record Found(int anchors, Map<String, Map<Long, ChainCheck.SignedHead>> signed, List<String> findings) {}

    Found of(LocalDate day) {
        var inside = new ArrayList<Anchor>();
        var outside = new ArrayList<Anchor>();
        for (var i = 0; i <= DAYS_AFTER; i++) {
            inside.addAll(rows.ofDay(day.plusDays(i)));
            outside.addAll(files.of(day.plusDays(i)));
        }
        var findings = new ArrayList<String>();
        var signed = new HashMap<String, Map<Long, ChainCheck.SignedHead>>();
        // What the database has overrules: a head known to both is the database's.
        outside.stream()
                .filter(anchor -> genuine(anchor, "已导出的锚点", findings))
                .forEach(anchor -> heads(anchor, day, false, signed));
        inside.stream()
                .filter(anchor -> genuine(anchor, "数据库中的锚点", findings))
                .forEach(anchor -> heads(anchor, day, true, signed));
        gaps(inside, findings);
        lost(day, inside, outside, findings);
        return new Found(inside.size(), signed, findings);
    }

    private boolean genuine(Anchor anchor, String where, List<String> findings) {
        if (!key.signed(anchor.body(), anchor.key(), anchor.signature())) {
            findings.add("%s第 %d 号的签名无效，或签名密钥不在受信任的公钥中。".formatted(where, anchor.no()));
            return false;
        }
        if (!anchor.sound()) {
            findings.add("%s第 %d 号的编号与签名内容不同。".formatted(where, anchor.no()));
            return false;
        }
        return true;
    }

    private static void heads(
            Anchor anchor, LocalDate day, boolean inside, Map<String, Map<Long, ChainCheck.SignedHead>> signed) {
        for (var head : anchor.heads()) {
            if (head.chain().day().equals(day)) {
                var known = signed.computeIfAbsent(head.chain().region(), region -> new HashMap<>());
                var before = known.get(head.position());
                // Two genuine anchors that differ: the one outside tells what was there first.
                if (before == null || before.hash().equals(head.hash())) {
                    known.put(head.position(), new ChainCheck.SignedHead(head.hash(), inside));
                }
            }
        }
    }

    private static void gaps(List<Anchor> inside, List<String> findings) {
        for (var i = 1; i < inside.size(); i++) {
            var before = inside.get(i - 1);
            var anchor = inside.get(i);
            if (anchor.no() != before.no() + 1 || !anchor.before().equals(before.hash())) {
                findings.add("数据库中的锚点第 %d 号之后缺失或被替换。".formatted(before.no()));
                return;
            }
        }
    }

    /** Those of the day itself that were copied out and that the database does not have, or has otherwise. */
    private static void lost(LocalDate day, List<Anchor> inside, List<Anchor> outside, List<String> findings) {
        Map<Long, String> here = inside.stream()
                .collect(Collectors.toMap(Anchor::no, Anchor::hash, (one, other) -> one, LinkedHashMap::new));
        outside.stream()
                .filter(anchor -> EntryRows.day(anchor.at()).equals(day))
                .filter(anchor -> !anchor.hash().equals(here.get(anchor.no())))
                .findFirst()
                .ifPresent(anchor ->
                        findings.add("已导出的锚点第 %d 号（%s）不在数据库中：恢复了旧备份，或锚点被删除。".formatted(anchor.no(), anchor.at())));
    }
}
