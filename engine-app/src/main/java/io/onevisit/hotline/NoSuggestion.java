package io.onevisit.hotline;

import java.util.List;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Suggests nothing, unless somebody better is there. */
@Component
@Fallback
class NoSuggestion implements DepartmentSuggestion {

    @Override
    public List<Suggestion> suggest(String text, String region) {
        return List.of();
    }
}
