package io.onevisit.bundles;

import io.onevisit.catalogue.CreditCode;
import io.onevisit.identity.IdNumber;
import io.onevisit.problems.PossibleDays;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks answers against the form they were asked with; the client shows the same sentences. */
@Component
public class AnswerCheck {

    private final FieldDictionary dictionary;

    AnswerCheck(FieldDictionary dictionary) {
        this.dictionary = dictionary;
    }

    public List<Fault> faults(List<FormReader.Field> fields, Map<String, Object> answers) {
        var faults = new ArrayList<Fault>();
        for (var field : fields) {
            fault(field, answers.get(field.key())).ifPresent(message -> faults.add(new Fault(field.key(), message)));
        }
        return faults;
    }

    public List<Fault> faults(ComposedForm.Composition form, Map<String, Object> answers) {
        return faults(form.fields().stream().map(ComposedForm.Field::asked).toList(), answers);
    }

    private Optional<String> fault(FormReader.Field field, Object answer) {
        var text = answer == null ? "" : answer.toString().strip();
        if (text.isEmpty()) {
            return field.required() ? Optional.of("请填写“" + field.label() + "”。") : Optional.empty();
        }
        if (text.length() > 500) {
            return Optional.of("“" + field.label() + "”不能超过 500 个字。");
        }
        if (!field.options().isEmpty()
                && field.options().stream().noneMatch(option -> option.value().equals(text))) {
            return Optional.of("请从给出的选项中选择“" + field.label() + "”。");
        }
        if (field.type().equals("date")) {
            var fault = wrongDate(field, text);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return dictionary.find(field.key()).map(FieldDictionary.Field::validate).flatMap(rule -> broken(rule, text));
    }

    private static Optional<String> broken(String rule, String text) {
        return switch (rule) {
            case "idNo" -> IdNumber.valid(text) ? Optional.empty() : Optional.of("公民身份号码不正确，请核对 18 位号码（末位为校验码）。");
            case "creditCode" ->
                CreditCode.valid(text) ? Optional.empty() : Optional.of("统一社会信用代码不正确，请核对 18 位代码（末位为校验码）。");
            case "phone" -> text.matches("1\\d{10}") ? Optional.empty() : Optional.of("手机号码应为 11 位数字。");
            case "certificateNo" ->
                text.matches("[A-Z]\\d{9}") ? Optional.empty() : Optional.of("出生医学证明编号应为 1 位大写字母加 9 位数字。");
            case "bankAccount" -> text.matches("\\d{12,19}") ? Optional.empty() : Optional.of("银行账号应为 12 至 19 位数字。");
            case "yuan" ->
                text.matches("\\d{1,9}(\\.\\d{1,2})?") ? Optional.empty() : Optional.of("金额应为不超过两位小数的数字，例如 80.00。");
            default -> Optional.empty();
        };
    }

    private static Optional<String> wrongDate(FormReader.Field field, String text) {
        try {
            return PossibleDays.hold(LocalDate.parse(text))
                    ? Optional.empty()
                    : Optional.of("“" + field.label() + "”" + PossibleDays.SENTENCE);
        } catch (DateTimeParseException e) {
            return Optional.of("“" + field.label() + "”不是正确的日期，请按 2026-01-31 的格式填写。");
        }
    }

    /** One field at fault and what to do about it. */
    public record Fault(String field, String message) {}
}
