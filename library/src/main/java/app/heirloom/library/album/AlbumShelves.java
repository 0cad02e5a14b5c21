package app.heirloom.library.album;

import app.heirloom.library.user.UserRepository;

/** Where albums and their members are kept. */
public record AlbumShelves(AlbumRepository albums, AlbumMemberRepository members, UserRepository users) {}
