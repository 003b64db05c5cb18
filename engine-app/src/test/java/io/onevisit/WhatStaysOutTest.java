package io.onevisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
                "com.itextpdf:*"
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
