package io.onevisit.engine.externaltasks;

import java.math.BigDecimal;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A process variable as it travels: text, truth values, numbers and dates; nothing that would have to be deserialised. */
record Variable(Object value, String type, Map<String, Object> valueInfo) {

    /** The protocol's notation of an instant. */
    static final String DATE_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    static Map<String, Object> read(Map<String, Variable> variables) {
        var values = new LinkedHashMap<String, Object>();
        if (variables != null) {
            variables.forEach((name, variable) -> values.put(name, variable == null ? null : variable.read(name)));
        }
        return values;
    }

    private Object read(String name) {
        if (value == null) {
            return null;
        }
        try {
            return switch (type == null ? inferred() : type.toLowerCase(Locale.ROOT)) {
                case "string" -> (String) value;
                case "boolean" -> (Boolean) value;
                case "integer" -> exact().intValueExact();
                case "short" -> exact().shortValueExact();
                case "long" -> exact().longValueExact();
                case "double" -> ((Number) value).doubleValue();
                case "date" -> new SimpleDateFormat(DATE_FORMAT).parse((String) value);
                default -> throw new WorkerRequestRefused("变量 %s 的类型 %s 不被接受：只能传文本、布尔、数字和日期。".formatted(name, type));
            };
        } catch (ClassCastException | ParseException | ArithmeticException mismatch) {
            throw new WorkerRequestRefused("变量 %s 的值与类型 %s 不符。".formatted(name, type));
        }
    }

    private BigDecimal exact() {
        return new BigDecimal(((Number) value).toString());
    }

    private String inferred() {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Integer ? "integer" : value instanceof Long ? "long" : "double";
    }

    static Map<String, Variable> write(VariableMap variables) {
        var all = new LinkedHashMap<String, Variable>();
        variables.keySet().forEach(name -> all.put(name, written(variables.getValueTyped(name))));
        return all;
    }

    private static Variable written(TypedValue typed) {
        var name = typed.getType().getName();
        var value = typed.getValue() instanceof Date date
                ? new SimpleDateFormat(DATE_FORMAT).format(date)
                : typed.getValue();
        return new Variable(value, Character.toUpperCase(name.charAt(0)) + name.substring(1), Map.of());
    }
}
