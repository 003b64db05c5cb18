package io.onevisit.tasks;

import io.onevisit.identity.Account;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An officer at the tasklist, by the same calls the tasklist's own addresses make. One per thread. */
public final class OfficersDesk {

    private final TasksController tasks;

    public OfficersDesk(ApplicationContext platform, Account officer) {
        tasks = platform.getBean(TasksController.class);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(officer, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** The first page of what waits for the officer's post. */
    public List<String> waiting(int most) {
        return tasks.list("group", "", "", "due", 0, most).items().stream()
                .map(TaskRow::id)
                .toList();
    }

    public void answer(String taskId, Map<String, Object> answers) {
        tasks.complete(taskId, answers);
    }
}
