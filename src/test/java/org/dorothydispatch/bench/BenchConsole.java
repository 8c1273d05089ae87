package org.dorothydispatch.bench;

import org.dorothydispatch.DorothyApplication;
import org.dorothydispatch.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The console as shipped, inside a benchmark. */
final class BenchConsole {

    private BenchConsole() {}

    @SafeVarargs
    static ConfigurableApplicationContext on(
            TestDatabase.Schema schema, ApplicationContextInitializer<ConfigurableApplicationContext>... initializers) {
        return new SpringApplicationBuilder(DorothyApplication.class)
                .initializers(initializers)
                .run(
                        "--server.port=0",
                        // Development mode would measure itself.
                        "--vaadin.productionMode=true",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + schema.url(),
                        "--spring.datasource.username=" + schema.user(),
                        "--spring.datasource.password=" + schema.password());
    }

    /** Where it answers. */
    static String address(ApplicationContext console) {
        return "http://localhost:"
                + ((WebServerApplicationContext) console).getWebServer().getPort();
    }
}
