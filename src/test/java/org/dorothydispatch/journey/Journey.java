package org.dorothydispatch.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chromium, and people who sign in with it: each has a browser of their own, as two dispatchers at two desks do. */
final class Journey implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    Journey(int port) {
        this.address = "http://localhost:" + port;
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                Path.of(System.getenv().getOrDefault("DOROTHY_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                // The map is drawn without a graphics card.
                                "--use-gl=angle",
                                "--use-angle=swiftshader",
                                "--enable-unsafe-swiftshader",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A browser that is signed in and has the board of one office open, from one day on. */
    Page signIn(String username, String password, String boardAddress) {
        var page = signIn(username, password);
        page.navigate(address(boardAddress));
        page.locator("dispatch-board .card").first().waitFor();
        return page;
    }

    /** A browser that is signed in and shows the first screen. */
    Page signIn(String username, String password) {
        var page = open();
        page.navigate(address("login"));
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(Pattern.compile(".*/(board.*|day)?$"));
        return page;
    }

    /** A browser of somebody who is not signed in, and has nothing open. */
    Page open() {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setColorScheme(ColorScheme.LIGHT))
                .newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    String address(String path) {
        return address + "/" + path;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
