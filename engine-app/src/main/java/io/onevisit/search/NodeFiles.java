package io.onevisit.search;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Lays out the search node's own class path, which travels inside the server's jar. */
final class NodeFiles {

    private static final String[] PATTERNS = {
        "classpath*:search-node/lib/*.jar",
        "classpath*:io/onevisit/searchnode/*.class",
        "classpath:search-node/log4j2.xml"
    };

    private NodeFiles() {}

    /** @return the class path to start {@code io.onevisit.searchnode.SearchNode} with; what is there already stays */
    static String layOut(Path folder) throws IOException {
        var libraries = Files.createDirectories(folder.resolve("lib"));
        var classes = Files.createDirectories(folder.resolve("classes"));
        var own = Files.createDirectories(classes.resolve("io/onevisit/searchnode"));
        var wanted = new HashSet<String>();
        for (var pattern : PATTERNS) {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var name = file.getFilename();
                var target = name.endsWith(".jar")
                        ? libraries.resolve(name)
                        : name.endsWith(".class") ? own.resolve(name) : classes.resolve(name);
                wanted.add(name);
                copy(file, target);
            }
        }
        removeOthers(libraries, wanted);
        return classes + File.pathSeparator + libraries + File.separator + "*";
    }

    private static void copy(Resource file, Path target) throws IOException {
        if (Files.exists(target) && target.toString().endsWith(".jar") && Files.size(target) == file.contentLength()) {
            return;
        }
        var half = target.resolveSibling(target.getFileName() + ".part");
        try (var content = file.getInputStream()) {
            Files.copy(content, half, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(half, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** An older release's libraries would be found first. */
    private static void removeOthers(Path libraries, Set<String> wanted) throws IOException {
        try (var there = Files.list(libraries)) {
            for (var file : there.toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
