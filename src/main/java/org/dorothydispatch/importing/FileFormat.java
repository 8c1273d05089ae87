package org.dorothydispatch.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of one file: its columns with how each is read and written, what a code in a cell refers to, and the rules
 * within one row. Reading and writing both go by this description and by nothing else.
 */
abstract class FileFormat<R extends BundleRow> {

    /** One column. {@code V} is what its cell means. */
    static final class Column<R, V> {

        private final int position;
        private final String name;
        private final boolean required;
        private final CellType<V> type;
        private final Function<R, @Nullable V> value;
        private List<BundleFile> targets = List.of();

        private Column(int position, String name, boolean required, CellType<V> type, Function<R, @Nullable V> value) {
            this.position = position;
            this.name = name;
            this.required = required;
            this.type = type;
            this.value = value;
        }

        /** Each code in the cell must stand in one of these files. */
        Column<R, V> in(BundleFile... files) {
            targets = List.of(files);
            return this;
        }

        int position() {
            return position;
        }

        String name() {
            return name;
        }

        boolean required() {
            return required;
        }

        CellType<V> type() {
            return type;
        }

        List<BundleFile> targets() {
            return targets;
        }

        String write(R row) {
            var found = value.apply(row);
            return found == null ? "" : type.writing().apply(found);
        }
    }

    /** What the two columns name must be of the same customer. */
    record Agreement(Column<?, String> one, Column<?, String> other) {}

    private final BundleFile file;
    private final List<Column<R, ?>> columns = new ArrayList<>();
    private @Nullable Column<R, String> key;
    private @Nullable Column<R, String> owner;
    private List<Column<R, ?>> once = List.of();
    private final List<Agreement> agreements = new ArrayList<>();

    FileFormat(BundleFile file) {
        this.file = file;
    }

    final BundleFile file() {
        return file;
    }

    final List<Column<R, ?>> columns() {
        return columns;
    }

    /** The column with the code by which others refer to a row; null when nobody does. */
    final @Nullable Column<R, String> key() {
        return key;
    }

    /** The column that says which customer a row is of; null when it is of none. */
    final @Nullable Column<R, String> owner() {
        return owner;
    }

    /** The columns that together may stand only once; empty when the key does that. */
    final List<Column<R, ?>> once() {
        return once;
    }

    final List<Agreement> agreements() {
        return agreements;
    }

    /** The row of cells that are all good. */
    abstract R row(Cells cells);

    /** The rules that concern more than one cell of a row; cells that could not be read are null and break none. */
    void check(Cells cells) {}

    /** A good row as the texts of its cells, in the order of the columns. */
    @SuppressWarnings("unchecked")
    final String[] write(BundleRow row) {
        var cells = new String[columns.size()];
        for (var column : columns) {
            cells[column.position] = column.write((R) row);
        }
        return cells;
    }

    protected final Column<R, String> key(Function<R, @Nullable String> value) {
        key = required("code", CellType.CODE, value);
        return key;
    }

    protected final <V> Column<R, V> required(String name, CellType<V> type, Function<R, @Nullable V> value) {
        return column(name, true, type, value);
    }

    protected final <V> Column<R, V> optional(String name, CellType<V> type, Function<R, @Nullable V> value) {
        return column(name, false, type, value);
    }

    private <V> Column<R, V> column(String name, boolean required, CellType<V> type, Function<R, @Nullable V> value) {
        var column = new Column<>(columns.size(), name, required, type, value);
        columns.add(column);
        return column;
    }

    protected final void ownedBy(Column<R, String> customer) {
        owner = customer;
    }

    @SafeVarargs
    protected final void once(Column<R, ?>... together) {
        once = List.of(together);
    }

    protected final void sameCustomer(Column<R, String> one, Column<R, String> other) {
        agreements.add(new Agreement(one, other));
    }

    /** The cells of one row as values, and where the row's rules report. */
    static final class Cells {

        private static final Object UNREADABLE = new Object();

        private final @Nullable Object[] values;
        private final Complaints complaints;

        Cells(int columns, Complaints complaints) {
            this.values = new Object[columns];
            this.complaints = complaints;
        }

        void clear() {
            Arrays.fill(values, null);
        }

        void set(Column<?, ?> column, Object value) {
            values[column.position] = value;
        }

        void setUnreadable(Column<?, ?> column) {
            values[column.position] = UNREADABLE;
        }

        /** Whether nothing is in the cell; a cell that could not be read is not blank. */
        boolean isBlank(Column<?, ?> column) {
            return values[column.position] == null;
        }

        /** Whether some cell could not be read, or names what cannot be looked up. */
        boolean anyUnreadable() {
            for (var value : values) {
                if (value == UNREADABLE) {
                    return true;
                }
            }
            return false;
        }

        /** The value, or null when the cell is blank or could not be read. */
        @SuppressWarnings("unchecked")
        <V> @Nullable V get(Column<?, V> column) {
            var value = values[column.position];
            return value == UNREADABLE ? null : (V) value;
        }

        /** The value of a required column. */
        <V> V the(Column<?, V> column) {
            return Objects.requireNonNull(get(column), column.name);
        }

        <V> List<V> list(Column<?, List<V>> column) {
            var values = get(column);
            return values == null ? List.of() : values;
        }

        /** Reports an error of this row at a column; the message is a whole sentence. */
        void error(Column<?, ?> column, String message) {
            complaints.error(column, message);
        }

        /** Reports something odd that breaks nothing. */
        void warning(Column<?, ?> column, String message) {
            complaints.warning(column, message);
        }
    }

    /** Where a row's rules report. */
    interface Complaints {
        void error(Column<?, ?> column, String message);

        void warning(Column<?, ?> column, String message);
    }
}
