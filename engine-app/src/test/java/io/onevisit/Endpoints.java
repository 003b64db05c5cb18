package io.onevisit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running application's own endpoints, as {@code METHOD /path}; {@code *} where one answers to every method. */
@Component
public class Endpoints {

    private final RequestMappingHandlerMapping mappings;

    Endpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    public Map<String, Method> ours() {
        var found = new TreeMap<String, Method>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("io.onevisit")) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (var path : mapping.getPatternValues()) {
                    (methods.isEmpty() ? List.of("*") : methods)
                            .forEach(method -> found.put(method + " " + path, handler.getMethod()));
                }
            }
        });
        return found;
    }

    /** Whether an endpoint is meant by a pattern: {@code GET /api/items/**}, {@code * /engine/**}. */
    public static boolean fits(String pattern, String endpoint) {
        var wanted = pattern.split(" ");
        var given = endpoint.split(" ");
        return (wanted[0].equals("*") || wanted[0].equals(given[0]))
                && new AntPathMatcher().match(wanted[1], given[1].replaceAll("\\{[^}]*}", "x"));
    }
}
