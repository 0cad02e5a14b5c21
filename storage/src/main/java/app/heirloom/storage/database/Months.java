package app.heirloom.storage.database;

import java.time.YearMonth;

/** Months as numbers that sort: 202405 is May 2024. */
public final class Months {
    private static final int FACTOR = 100;

    private Months() {}

    public static int number(YearMonth month) {
        return month.getYear() * FACTOR + month.getMonthValue();
    }

    public static YearMonth month(int number) {
        return YearMonth.of(number / FACTOR, number % FACTOR);
    }
}
