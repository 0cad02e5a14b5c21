package app.heirloom.library.search;

/**
 * The asset that stands for a city.
 *
 * @param count how many assets the city has
 */
public record CityAsset(String city, int count, FoundAsset found) {}
