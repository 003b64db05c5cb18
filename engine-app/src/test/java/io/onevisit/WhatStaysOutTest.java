package io.onevisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;

class WhatStaysOutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm:camunda-engine-rest*",
                "org.camunda.bpm.webapp:*",
                "org.camunda.connect:*",
                "org.camunda.spin:camunda-spin-dataformat-all",
                "org.graalvm.*:*",
                "org.codehaus.groovy:*",
                "org.apache.groovy:*",
                "org.apache.tika:*:(,3.2.2)",
                "org.postgresql:postgresql:(,42.7.11)",
                "org.bouncycastle:bcprov-jdk15on",
                "com.itextpdf:*",
                "org.openjdk.nashorn:*",
                "org.mozilla:rhino*",
                "org.camunda.template-engines:*",
                "org.apache.logging.log4j:log4j-core:(,2.25.3)",
                "org.apache.tomcat.embed:tomcat-embed-core:(,10.1.52)",
                "com.fasterxml.jackson.core:jackson-core:(,2.21.1)",
                "org.apache.commons:commons-lang3:(,3.18.0)"
            })
    void theBuildRefusesIt(String banned) throws Exception {
        assertThat(Files.readString(Path.of("../pom.xml"))).contains("<exclude>" + banned + "</exclude>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.camunda.spin.plugin.impl.SpinProcessEnginePlugin",
                "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context"
            })
    void theClassPathHasNone(String name) {
        assertThat(ClassUtils.isPresent(name, getClass().getClassLoader())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pom.xml", "pom.xml"})
    void nothingIsDeclaredTwice(String pom) throws Exception {
        var text = Files.readString(Path.of(pom));

        assertThat(Pattern.compile("<[a-z0-9.-]+\\.version>|(?m)^    <dependency>.*</dependency>$")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group))
                .doesNotHaveDuplicates();
    }

    /** Under row security an index answers a range of divisions, never a pattern. */
    @Test
    void noDivisionIsAskedForByPattern() throws Exception {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java")))
                    .allSatisfy(source -> assertThat(Files.readString(source))
                            .doesNotContainPattern("starts_with\\(|(region|tenant) like "));
        }
    }

    @Test
    void theVirtualMachineHasNoScriptEngine() {
        assertThat(new javax.script.ScriptEngineManager()
                        .getEngineFactories().stream()
                                .filter(factory ->
                                        !factory.getEngineName().toLowerCase().contains("juel"))
                                .filter(factory ->
                                        !factory.getEngineName().toLowerCase().contains("feel")))
                .isEmpty();
    }
}
