package io.onevisit.vault;

import io.onevisit.engine.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys from a file, unless a deployment brings a {@link KeyProvider} of its own. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeyProvider keyFile(VaultProperties properties, DataFolder data) {
        return new KeyFile(properties, data);
    }
}
