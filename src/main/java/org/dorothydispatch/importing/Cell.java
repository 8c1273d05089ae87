package org.dorothydispatch.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The kinds of value a column of the database holds, each with its way in and out. */
enum Cell {
    TEXT(String.class, Types.VARCHAR),
    WHOLE(Integer.class, Types.INTEGER),
    DEGREES(Double.class, Types.DOUBLE),
    MONEY(BigDecimal.class, Types.DECIMAL),
    DATE(LocalDate.class, Types.DATE),
    TIME(LocalTime.class, Types.TIME),
    DATE_TIME(LocalDateTime.class, Types.TIMESTAMP),
    YES_NO(Boolean.class, Types.BOOLEAN);

    private final Class<?> type;
    private final int sqlType;

    Cell(Class<?> type, int sqlType) {
        this.type = type;
        this.sqlType = sqlType;
    }

    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        var value = rows.getObject(index, type);
        return rows.wasNull() ? null : normal(value);
    }

    void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            statement.setObject(index, value);
        }
    }

    /** The one form in which equal values are equal: 960 and 960.00 are the same money, 0 and -0 the same place. */
    @Nullable
    Object normal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal money -> money.setScale(2, RoundingMode.HALF_UP);
            case Double degrees when degrees == 0 -> 0.0;
            case null, default -> value;
        };
    }
}
