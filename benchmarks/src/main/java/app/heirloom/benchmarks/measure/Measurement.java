package app.heirloom.benchmarks.measure;

import java.util.Locale;

/**
 * One line of the results.
 *
 * @param what what was measured, with its unit
 * @param figure what it came to here
 * @param beside the figure it is held against, and whose that is
 * @param ratio how many times better the figure is than the one beside it; 0 when nothing is
 */
public record Measurement(String what, double figure, String beside, double ratio) {

    /** Of something that should be small, beside a figure of the same unit. */
    public static Measurement small(String what, double figure, double other, String whose) {
        return new Measurement(what, figure, format(other) + " " + whose, other / figure);
    }

    /** Of something that should be large, beside a figure of the same unit. */
    public static Measurement large(String what, double figure, double other, String whose) {
        return new Measurement(what, figure, format(other) + " " + whose, figure / other);
    }

    public static Measurement alone(String what, double figure) {
        return new Measurement(what, figure, "", 0);
    }

    public String row() {
        return "| %s | %s | %s | %s |"
                .formatted(what, format(figure), beside, ratio == 0 ? "" : "%s x".formatted(format(ratio)));
    }

    private static String format(double number) {
        String pattern = number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, number);
    }
}
