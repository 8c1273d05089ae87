package org.dorothydispatch.importing.xray;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mappings that people keep for the next file of the same kind. Everybody has their own. */
@Service
@Transactional
public class XrayMappings {

    static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 8_000;
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

    /** A mapping under the name its owner gave it. */
    public record Saved(String name, XrayMapping mapping) {}

    private final JdbcClient database;
    private final CurrentUser current;
    private final JsonMapper json;

    XrayMappings(JdbcClient database, CurrentUser current, JsonMapper json) {
        this.database = database;
        this.current = current;
        this.json = json;
    }

    /** Own mappings, by name. */
    @Transactional(readOnly = true)
    public List<Saved> list() {
        current.require(BRANCH_MANAGER);
        return database.sql("select name, columns_text from xray_mapping where owner = ? order by lower(name), id")
                .param(current.username())
                .query((row, number) -> new Saved(row.getString("name"), read(row.getString("columns_text"))))
                .list();
    }

    /** Keeps a mapping; one of the same name is written over. */
    public void save(String name, XrayMapping mapping) {
        current.require(BRANCH_MANAGER);
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A mapping needs a name of at most %d letters, so that you find it again.".formatted(LONGEST_NAME));
        }
        mapping.problem().ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        var columns = json.writeValueAsString(mapping.columns());
        if (columns.length() > LONGEST) {
            throw new IllegalArgumentException("The headings of this file are too long to keep.");
        }
        var me = current.username();
        delete(stripped);
        int kept = database.sql("select count(*) from xray_mapping where owner = ?")
                .param(me)
                .query(Integer.class)
                .single();
        if (kept >= MOST) {
            throw new IllegalArgumentException(
                    "You have %d mappings already. Delete one that you no longer use.".formatted(kept));
        }
        database.sql("insert into xray_mapping (owner, name, columns_text) values (?, ?, ?)")
                .params(me, stripped, columns)
                .update();
    }

    public void delete(String name) {
        current.require(BRANCH_MANAGER);
        database.sql("delete from xray_mapping where owner = ? and name = ?")
                .params(current.username(), name)
                .update();
    }

    private XrayMapping read(String columns) {
        var found = new EnumMap<XrayField, String>(XrayField.class);
        json.readValue(columns, COLUMNS).forEach((field, heading) -> found.put(XrayField.valueOf(field), heading));
        return new XrayMapping(found);
    }
}
