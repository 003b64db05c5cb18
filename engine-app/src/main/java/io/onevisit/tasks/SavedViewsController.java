package io.onevisit.tasks;

import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Worklists as officers arranged them. */
@RestController
@RequestMapping("/api/tasks/views")
class SavedViewsController {

    private static final String OWN = "视图只由其本人修改和删除";

    private final Accounts accounts;
    private final SavedViews views;

    SavedViewsController(Accounts accounts, SavedViews views) {
        this.accounts = accounts;
        this.views = views;
    }

    @GetMapping
    List<SavedViews.View> all() {
        return views.of(accounts.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PlatformWork(OWN)
    SavedViews.View add(@RequestBody SavedViews.Wanted wanted) {
        return views.add(accounts.current(), wanted);
    }

    @PutMapping("/{id}")
    @PlatformWork(OWN)
    SavedViews.View change(@PathVariable long id, @RequestBody SavedViews.Wanted wanted) {
        return views.change(accounts.current(), id, wanted);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PlatformWork(OWN)
    void remove(@PathVariable long id) {
        views.remove(accounts.current(), id);
    }
}
