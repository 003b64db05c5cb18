package io.onevisit.supervision;

import io.onevisit.deadlines.Light;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of the cards of one place, level by level. Of all settings that reach anybody the nearest counts: those of
 * the place before its city's and the province's, and in a place those for the department before those for all.
 */
final class RecipientBook {

    /** Stands for all departments. */
    static final String ALL = "";

    private final List<String> places;
    private final List<Setting> settings;
    private final List<Person> staff;

    /** @param places the place itself, then those it lies in */
    RecipientBook(List<String> places, List<Setting> settings, List<Person> staff) {
        this.places = places;
        this.settings = settings.stream()
                .sorted(Comparator.comparingInt((Setting setting) -> places.indexOf(setting.region))
                        .thenComparing(setting -> setting.department.equals(ALL)))
                .toList();
        this.staff = staff;
    }

    /** Accounts to be told of a card that is for everybody up to a level: of a red card those for warnings and yellow cards too. */
    Set<String> upTo(Light level, String department) {
        var told = new LinkedHashSet<String>();
        for (var each : List.of(Light.BLUE, Light.YELLOW, Light.RED))
            if (each.compareTo(level) <= 0)
                counting(department, each)
                        .ifPresent(setting -> people(setting, department).forEach(person -> told.add(person.username)));
        return told;
    }

    /** The setting that counts for a department; one for all departments counts wherever it stands, who holds its posts differs. */
    Optional<Setting> counting(String department, Light level) {
        return settings.stream()
                .filter(setting -> setting.level == level
                        && (setting.department.equals(ALL) || setting.department.equals(department)))
                .filter(setting -> department.equals(ALL)
                        ? setting.entries.stream().anyMatch(entry -> entry.post != null || named(entry) != null)
                        : !people(setting, department).isEmpty())
                .findFirst();
    }

    Optional<Setting> own(String department, Light level) {
        return settings.stream()
                .filter(setting -> setting.region.equals(places.get(0))
                        && setting.department.equals(department)
                        && setting.level == level)
                .findFirst();
    }

    List<Person> staff() {
        return staff;
    }

    private List<Person> people(Setting setting, String department) {
        return setting.entries.stream()
                .flatMap(entry -> people(entry, department).stream())
                .toList();
    }

    /** Whom an entry means for a department today: of a post those of the nearest place that has any. */
    List<Person> people(Entry entry, String department) {
        if (entry.post == null)
            return Optional.ofNullable(named(entry)).stream().toList();
        return places.stream()
                .map(place -> staff.stream()
                        .filter(person -> person.region.equals(place)
                                && person.posts.contains(entry.post)
                                && (entry.post == Post.SUPERVISOR || Objects.equals(person.department, department)))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Person named(Entry entry) {
        return staff.stream()
                .filter(person -> person.username.equals(entry.username))
                .findFirst()
                .orElse(null);
    }

    /** @param entries those set, never empty */
    record Setting(String region, String department, Light level, List<Entry> entries) {}

    /** Somebody by name, or whoever holds a post. */
    record Entry(String username, Post post) {}

    /** An officer who can sign in. */
    record Person(String username, String name, Set<Post> posts, String department, String region) {}
}
