package org.dorothydispatch.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says besides its endpoints, which describe themselves. */
@Configuration
class Description {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dorothy")
                        .version("1")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"))
                        .description(
                                "A token may do what its person may do at that moment, through the same checks as the"
                                        + " screens. Days and times are local to the office; moments are UTC. Every refusal is"
                                        + " application/problem+json, and its detail is one sentence."))
                // Where the description was read from; nobody knows under which name the console is reached.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "Made in the console under your account, \"Tokens for programs\".")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
