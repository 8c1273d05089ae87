package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.StreetMap;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DatabaseTest
class StreetsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BoardAccess access;

    @TempDir
    Path folder;

    MockMvc mvc;

    @BeforeEach
    void aFileOfStreets() throws IOException {
        new BoardFixture(jdbc).story();
        var file = Files.writeString(folder.resolve("region.pmtiles"), "PMTiles0123456789");
        mvc = MockMvcBuilders.standaloneSetup(new StreetsController(new StreetMap(file.toString(), ""), access))
                .build();
    }

    @Test
    void aPieceOfTheFileIsAnsweredToTheRangeAskedFor() throws Exception {
        UserFixture.signIn(jdbc, "dana", Role.DISPATCHER, "RIVER");

        var piece = answer("bytes=7-9");

        assertThat(piece.getStatus()).isEqualTo(206);
        assertThat(piece.getContentAsString()).isEqualTo("012");
        assertThat(piece.getHeader("Content-Range")).isEqualTo("bytes 7-9/17");
        assertThat(piece.getHeader("ETag"))
                .startsWith("\"")
                .isEqualTo(answer("bytes=0-6").getHeader("ETag"));
    }

    @Test
    void streetsAreForThoseWhoSeeTheBoard() {
        UserFixture.signIn(jdbc, "cy", Role.TECHNICIAN, "RIVER");

        assertThatThrownBy(() -> answer("bytes=0-6")).hasRootCauseInstanceOf(NotAllowed.class);
    }

    private MockHttpServletResponse answer(String range) throws Exception {
        return mvc.perform(get("/api/board/streets").header("Range", range))
                .andReturn()
                .getResponse();
    }
}
