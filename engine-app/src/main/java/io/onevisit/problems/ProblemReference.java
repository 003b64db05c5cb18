package io.onevisit.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts the request's reference into every problem+json, whoever made it. */
@ControllerAdvice
class ProblemReference implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            problem.setProperty(Reference.NAME, Reference.current());
        } else if (body instanceof Map<?, ?> told && MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(type)) {
            var more = new LinkedHashMap<Object, Object>(told);
            more.put(Reference.NAME, Reference.current());
            return more;
        }
        return body;
    }
}
