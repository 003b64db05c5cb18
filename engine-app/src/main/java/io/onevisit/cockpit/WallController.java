package io.onevisit.cockpit;

import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.reach.Reach;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The overview wall: places and their lights. */
@RestController
@RequestMapping("/api/cockpit/wall")
class WallController {

    private final Accounts accounts;
    private final Wall wall;

    WallController(Accounts accounts, Wall wall) {
        this.accounts = accounts;
        this.wall = wall;
    }

    @PlatformWork("只有数目，没有任何一件；按登录人的地区统计")
    @GetMapping
    Wall.Places places(@RequestParam(defaultValue = "") String region) {
        var person = accounts.current();
        return wall.of(Reach.of(person), person.region(), region);
    }
}
