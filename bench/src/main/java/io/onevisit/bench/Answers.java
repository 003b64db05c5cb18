package io.onevisit.bench;

import java.util.Map;

/** What a parent fills in; both sides of the race keep it. */
final class Answers {

    static final Map<String, Object> OF_A_PARENT = Map.ofEntries(
            Map.entry("certificateHeld", "true"),
            Map.entry("inWedlock", "true"),
            Map.entry("childBirthDate", "2026-11-02"),
            Map.entry("childName", "周小宝"),
            Map.entry("childSex", "male"),
            Map.entry("childEthnicity", "han"),
            Map.entry("certificateNo", "V430123456"),
            Map.entry("motherName", "陈静"),
            Map.entry("motherPhone", "13800000101"),
            Map.entry("fatherName", "周强"),
            Map.entry("childOrder", "1"),
            Map.entry("registerAddress", "湖南省长沙市芙蓉区测试路 1 号"),
            Map.entry("deliveryWay", "post"),
            Map.entry("deliveryAddress", "湖南省长沙市芙蓉区测试路 1 号"));

    private Answers() {}
}
