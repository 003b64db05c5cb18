package io.onevisit.portal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web client: its files by name, and its first page for every address that only the client knows. */
@Configuration(proxyBeanMethods = false)
class ClientRoutes implements WebMvcConfigurer {

    private static final String CLIENT = "classpath:/static/";
    private static final List<String> NOT_THE_CLIENTS =
            List.of("api", "worker-api", "engine", "actuator", "v3", "error", "assets");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(CLIENT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(CLIENT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new FileOrFirstPage());
    }

    private static final class FileOrFirstPage extends PathResourceResolver {
        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file != null || !isPage(path) ? file : super.getResource("index.html", location);
        }

        private static boolean isPage(String path) {
            String first = path.split("/", 2)[0];
            return !path.contains(".") && !NOT_THE_CLIENTS.contains(first);
        }
    }
}
