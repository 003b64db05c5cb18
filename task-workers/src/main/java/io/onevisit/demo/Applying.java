package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a family applies: the guide's items, the one form, the paper, the submission. */
class Applying {

    static final String CERTIFICATE = "birth-certificate";
    private static final String BUNDLE = "newborn";

    private final Family family;
    private final Person mother;
    private final BirthCertificateScan scans;
    private final RandomGenerator chance;
    private BirthCertificate certificate;

    Applying(Family family, Person mother, BirthCertificateScan scans, RandomGenerator chance) {
        this.family = family;
        this.mother = mother;
        this.scans = scans;
        this.chance = chance;
    }

    /** Fills in what is not known yet, hands in the paper where there is one, and submits; the application's number. */
    String apply() {
        var draft = mother.post("/api/drafts", Map.of("bundle", BUNDLE));
        var path = "/api/drafts/" + draft.path("id").asText();
        var born = LocalDate.now().minusDays(chance.nextInt(3, 28));
        var answers = new HashMap<String, Object>(Map.of(
                "certificateHeld", String.valueOf(family.certificateHeld()),
                "inWedlock", "true",
                "bornInInstitution", "true",
                "childBirthDate", born.toString(),
                "householdWith", "mother"));
        var offered = mother.post(
                "/api/bundles/" + BUNDLE + "/guide",
                Map.of("answers", answers, "region", draft.path("region").asText()));
        var items = stream(offered.path("items"))
                .filter(item -> item.path("applies").asBoolean())
                .map(item -> item.path("variable").asText())
                .toList();
        draft = save(path, answers, items, draft);
        var known = known(mother.get(path + "/form"));
        certificate = BirthCertificate.random(chance, LocalDate.now(), parent(known, "mother"), parent(known, "father"))
                .bornOn(born);
        answers.putAll(childAnswers());
        fillIn(mother.get(path + "/form"), answers);
        save(path, answers, items, draft);
        if (family.certificateHeld()) {
            handIn(path + "/documents");
        }
        return submit(path, items.size());
    }

    private String submit(String path, int items) {
        var form = mother.get(path + "/form");
        var consents = stream(form.path("materials"))
                .map(material -> material.path("license").path("type").asText(""))
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
        var receipt = mother.post(
                path + "/submission",
                Map.of("consents", consents, "confirmed", true),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        var applicationNo = receipt.path("applicationNo").asText();
        var counts = form.path("counts");
        say("已提交 %s：%d 个事项，表单 %d 项合并为 %d 项，%d 项自动填好，%d 份材料免提交"
                .formatted(
                        applicationNo,
                        items,
                        counts.path("asked").asInt(),
                        counts.path("merged").asInt(),
                        counts.path("prefilled").asInt(),
                        consents.size()));
        return applicationNo;
    }

    private JsonNode save(String path, Map<String, Object> answers, List<String> items, JsonNode draft) {
        return mother.put(
                path,
                Map.of(
                        "answers",
                        answers,
                        "items",
                        items,
                        "revision",
                        draft.path("revision").asInt()));
    }

    private Map<String, Object> childAnswers() {
        var answers = new HashMap<String, Object>(Map.of(
                "childName",
                certificate.childName(),
                "childSex",
                certificate.childSex().equals("男") ? "male" : "female",
                "childEthnicity",
                "han",
                "childOrder",
                "1",
                "accountBank",
                "中国示例银行长沙分行",
                "bankAccount",
                "6222%012d".formatted(chance.nextLong(1_000_000_000_000L))));
        if (family.certificateHeld()) {
            answers.put("certificateNo", certificate.certificateNo());
        }
        return answers;
    }

    /** What nobody has answered yet: the first choice where there is one. */
    private static void fillIn(JsonNode form, Map<String, Object> answers) {
        fields(form).forEach(field -> {
            var key = field.path("key").asText();
            var open =
                    field.path("value").isNull() || field.path("value").asText().isBlank();
            if (open && field.path("required").asBoolean() && !answers.containsKey(key)) {
                var first = field.path("options").path(0).path("value").asText("");
                answers.put(key, first.isEmpty() ? "示例" : first);
            }
        });
    }

    private static Map<String, String> known(JsonNode form) {
        var known = new HashMap<String, String>();
        fields(form)
                .forEach(field -> known.put(
                        field.path("key").asText(), field.path("value").asText("")));
        return known;
    }

    private static BirthCertificate.Parent parent(Map<String, String> known, String who) {
        return new BirthCertificate.Parent(
                known.get(who + "Name"),
                known.get(who + "IdNo"),
                "汉族",
                known.getOrDefault("registerAddress", "").replace("湖南省", "").replace(" ", ""));
    }

    /** The right paper, photographed at home. */
    void handInAgain(String path) {
        handIn(path, "出生医学证明.jpg", "image/jpeg", scans.photo(certificate));
        say("重新上传 出生医学证明.jpg");
    }

    private void handIn(String path) {
        if (family.firstScanWrong()) {
            handIn(path, "出生医学证明.jpg", "image/jpeg", scans.photo(certificate.withAnotherMothersNumber()));
            say("上传 出生医学证明.jpg（拿错了：上面是另一个人的证件号）");
        } else {
            handIn(path, "出生医学证明.png", "image/png", scans.png(certificate));
            say("上传 出生医学证明.png");
        }
    }

    private void handIn(String path, String name, String type, byte[] file) {
        mother.upload(path, CERTIFICATE, name, type, file);
    }

    private void say(String what) {
        Screen.say(mother.name(), what);
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return stream(form.path("pages")).flatMap(page -> stream(page.path("fields")));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
