package io.onevisit.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box, open to anyone. While the index is away it answers with a notice and the plain list. */
@RestController
@RequestMapping("/api/search")
class SearchController {

    private static final Logger log = LoggerFactory.getLogger(SearchController.class);

    private static final String NOTICE = "智能搜索暂时不可用，以下按目录顺序列出一件事和事项。";
    private static final int LONGEST = 100;
    private static final int MOST = 50;

    private final Search search;
    private final PlainList plain;
    private final Regions regions;

    SearchController(Search search, PlainList plain, Regions regions) {
        this.search = search;
        this.plain = plain;
        this.regions = regions;
    }

    @GetMapping
    Answer find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = Catalogue.PROVINCE) String region,
            @RequestParam(required = false) Kind type,
            @RequestParam(defaultValue = "10") int size) {
        return answer(query(q, region, type, size), search::find, plain::list);
    }

    @GetMapping("/suggestions")
    Answer suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = Catalogue.PROVINCE) String region,
            @RequestParam(defaultValue = "8") int size) {
        return answer(query(q, region, null, size), search::suggest, plain::holding);
    }

    private static Answer answer(Query query, Function<Query, List<Hit>> index, Function<Query, List<Hit>> without) {
        var began = System.nanoTime();
        try {
            return new Answer(index.apply(query), since(began), null);
        } catch (SearchUnavailable away) {
            log.debug("Answered without the index: {}", away.getMessage());
            return new Answer(without.apply(query), since(began), NOTICE);
        }
    }

    private Query query(String q, String region, Kind type, int size) {
        if (q.isBlank()) {
            throw Problem.invalid("search-empty", "请输入要找的事项，例如“孩子出生”。").with("field", "q");
        }
        if (q.length() > LONGEST) {
            throw Problem.invalid("search-too-long", "搜索内容不能超过 %d 个字，请缩短后重试。".formatted(LONGEST))
                    .with("field", "q");
        }
        if (size < 1 || size > MOST) {
            throw Problem.invalid("search-size", "每次返回的条数应在 1 到 %d 之间。".formatted(MOST))
                    .with("field", "size");
        }
        if (regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "没有编码为 %s 的行政区划，请重新选择地区。".formatted(region))
                    .with("field", "region");
        }
        return new Query(q.strip(), region, Optional.ofNullable(type), size);
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** @param notice why this is only the plain list; none where it was searched */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(List<Hit> hits, long tookMs, String notice) {}
}
