package org.dorothydispatch;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console as a web application. Headless commands never start it. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/dorothy.css")
public class DorothyApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(DorothyApplication.class, args);
    }
}
