package io.onevisit.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;

/** Writes a {@link Personal} text masked, or as it is where it may be shown. */
class PersonalSerializer extends JsonSerializer<String> implements ContextualSerializer {

    private final Personal personal;

    PersonalSerializer() {
        this(null);
    }

    private PersonalSerializer(Personal personal) {
        this.personal = personal;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider serializers, BeanProperty property) {
        return new PersonalSerializer(property == null ? null : property.getAnnotation(Personal.class));
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider serializers) throws IOException {
        var shown = personal != null && personal.shown() != Personal.Shown.MASKED;
        out.writeString(
                shown
                        ? value
                        : personal == null
                                ? Masked.name(value)
                                : personal.value().of(value));
    }
}
