package io.onevisit.materials;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How much of an upload the server reads: files somewhat over the limit are refused in a sentence that names them, larger
 * ones by a general one, and the connection is not cut before the answer was read.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    private static final DataSize READ = DataSize.ofMegabytes(64);
    private static final DataSize SWALLOWED = DataSize.ofMegabytes(512);

    @Bean
    MultipartConfigElement multipartConfigElement() {
        var factory = new MultipartConfigFactory();
        factory.setMaxFileSize(READ);
        factory.setMaxRequestSize(READ);
        factory.setFileSizeThreshold(DataSize.ofKilobytes(256));
        return factory.createMultipartConfig();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> swallowing() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", String.valueOf(SWALLOWED.toBytes())));
    }
}
