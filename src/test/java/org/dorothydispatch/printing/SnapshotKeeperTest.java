package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class SnapshotKeeperTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path temporary;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    @Autowired
    SnapshotPages pages;

    @Autowired
    OfficeService offices;

    @Autowired
    FlagService flags;

    @Autowired
    CurrentUser current;

    private Path folder;
    private SnapshotKeeper keeper;
    private SnapshotService service;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story().verdict("D10", 2, 0, "promised Ana", 1, 1);
        folder = temporary.resolve("snapshots");
        at(clock);
    }

    private void at(Clock now) {
        keeper = new SnapshotKeeper(folder.toString(), false, pages, offices, flags, current, jdbc, now);
        service = new SnapshotService(keeper, offices, current, jdbc);
    }

    @Test
    void eachOfficeHasAFileThatNeedsNothingElse() throws IOException {
        keeper.run();
        assertThat(folder.resolve("RIVER.html"))
                .content()
                .contains("Riverside as of Mon 5 Oct, 12:00 (America/Chicago)")
                .contains("All times are those of America/Chicago.")
                .contains("<h2 class=\"day-title\" id=\"2026-10-06\">Tuesday 6 October 2026</h2>")
                .contains("Dorothy Hale, Hale&#39;s Gifts", "Say hello first.", "Ben Okafor")
                .contains("<span class=\"light customer red\">×</span>")
                .doesNotContain("<script", "<link", "src=", "Dr Sato");
        assertThat(folder.resolve("HILL.html")).content().contains("Hilltop as of Mon 5 Oct, 11:00 (America/Denver)");
    }

    @Test
    void theDaysAreTheNextOnesOnWhichSomebodyWorks() throws IOException {
        var friday = Clock.offset(clock, Duration.ofDays(4));
        at(friday);
        keeper.run();
        var text = Files.readString(folder.resolve("RIVER.html"));
        assertThat(text).contains("id=\"2026-10-09\"", "id=\"2026-10-12\"", "id=\"2026-10-13\"");
        assertThat(text).doesNotContain("id=\"2026-10-10\"", "id=\"2026-10-14\"");
    }

    @Test
    void anUnchangedOfficeIsNotWrittenAgain() throws IOException {
        keeper.run();
        for (var name : new String[] {"RIVER.html", "HILL.html"}) {
            Files.setLastModifiedTime(folder.resolve(name), LONG_AGO);
        }
        jdbc.sql("update office_sequence set last_event_id = 7 where office = 'RIVER'")
                .update();
        keeper.run();
        assertThat(Files.getLastModifiedTime(folder.resolve("HILL.html"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(folder.resolve("RIVER.html"))).isNotEqualTo(LONG_AGO);
    }

    @Test
    void aNewDayWritesTheFileAgain() throws IOException {
        keeper.run();
        Files.setLastModifiedTime(folder.resolve("RIVER.html"), LONG_AGO);
        at(Clock.offset(clock, Duration.ofDays(1)));
        keeper.run();
        assertThat(Files.getLastModifiedTime(folder.resolve("RIVER.html"))).isNotEqualTo(LONG_AGO);
    }

    @Test
    void theFileOfAnOfficeThatIsGoneGoesToo() throws IOException {
        new BoardFixture(jdbc).office("GONE", "Gone", "America/Chicago");
        keeper.run();
        assertThat(folder.resolve("GONE.html")).exists();
        jdbc.sql("delete from office_sequence where office = 'GONE'").update();
        jdbc.sql("delete from office where code = 'GONE'").update();
        keeper.run();
        assertThat(folder.resolve("GONE.html")).doesNotExist();
        assertThat(folder.resolve("RIVER.html")).exists();
        assertThat(jdbc.sql("select count(*) from office_snapshot where office = 'GONE'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndTheConsoleGoesOn() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        keeper.run();
        UserFixture.signIn(jdbc, "bea", Role.BRANCH_MANAGER, "RIVER");
        assertThat(service.notes()).singleElement().satisfies(note -> {
            assertThat(note.madeAt()).isNull();
            assertThat(note.trouble()).startsWith("The file of Riverside could not be written to " + folder);
        });

        Files.delete(folder);
        keeper.run();
        assertThat(service.notes()).singleElement().satisfies(note -> {
            assertThat(note.madeAt()).hasToString("2026-10-05T12:00");
            assertThat(note.trouble()).isNull();
        });
    }

    @Test
    void branchManagersTakeAwayTheFilesOfTheirOwnOffice() {
        keeper.run();
        UserFixture.signIn(jdbc, "bea", Role.BRANCH_MANAGER, "RIVER");
        assertThat(service.mayDownload()).isTrue();
        assertThat(service.mayKnowWhere()).isFalse();
        assertThat(new String(service.download("RIVER").content())).contains("Riverside as of");
        assertThatThrownBy(() -> service.download("HILL")).isInstanceOf(NotAllowed.class);

        UserFixture.signIn(jdbc, "dana", Role.DISPATCHER, "RIVER");
        assertThat(service.mayDownload()).isFalse();
        assertThatThrownBy(() -> service.download("RIVER")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> service.notes()).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whereThereIsNoFileOneSentenceSaysSo() throws Exception {
        UserFixture.store(jdbc, "bea", Role.BRANCH_MANAGER, "RIVER");
        var answer = mvc.perform(get("/print/snapshot?office=RIVER").with(user("bea")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("There is no file of this office yet.");
    }

    @Test
    void anEmptyFolderInTheSettingsSwitchesThemOff() {
        assertThat(new SnapshotKeeper(" ", false, pages, offices, flags, current, jdbc, clock).wanted())
                .isFalse();
        assertThat(new SnapshotKeeper(null, true, pages, offices, flags, current, jdbc, clock).wanted())
                .as("the demo keeps none by itself")
                .isFalse();
        assertThat(new SnapshotKeeper(null, false, pages, offices, flags, current, jdbc, clock).wanted())
                .isTrue();
    }
}
