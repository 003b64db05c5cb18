package io.onevisit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the running platform on a real PostgreSQL. All such tests share one application and one database per
 * build: leave the class without mocks, properties or profiles of its own (each set of them would start another), and
 * use numbers and names that no other test uses.
 *
 * <p>The engine runs no job by itself; {@link Jobs} runs the named one. Time stands in {@link MutableClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onevisit.data=target/platform-test",
            "onevisit.postgres.port=0",
            "onevisit.postgres.binaries=target/postgres-binaries",
            "onevisit.engine.jobs=false",
            "onevisit.supervision.first-sweep=1d",
            "onevisit.operations.first-sweep=1d",
            "onevisit.ratings.first-sweep=1d",
            "onevisit.deadlines.proof=-",
            "onevisit.audit.sealing=false",
            "onevisit.deadlines.first-resolving=1d",
            "onevisit.workers.secret=the-workers-of-the-tests",
            "onevisit.payments.secret=the-payment-platform-of-the-tests",
            "onevisit.catalogue.department-names=0s",
            // thousands of requests a minute come from one address here; guessing of codes stays limited
            "onevisit.edge.budgets[0].name=codes",
            "onevisit.edge.budgets[0].requests[0]=/api/visits/*",
            "onevisit.edge.budgets[0].requests[1]=/api/visits/*/rating",
            "onevisit.edge.budgets[0].requests[2]=/api/papers/*/verification",
            "onevisit.edge.budgets[0].address=120/1m",
            "onevisit.edge.budgets[1].name=everything",
            "onevisit.edge.budgets[1].requests[0]=/api/**",
            "onevisit.edge.budgets[1].address=1000000/1m",
            "onevisit.demo.enabled=false",
            // tests of the search start a node themselves, all others do without
            "onevisit.search.embedded=false",
            "onevisit.search.memory=256MB",
            "onevisit.search.timeout=60s",
            "onevisit.search.first-run=1d",
            "logging.level.root=warn"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshData.class)
@Import({MutableClock.Beans.class, Jobs.class})
public @interface PlatformTest {}
