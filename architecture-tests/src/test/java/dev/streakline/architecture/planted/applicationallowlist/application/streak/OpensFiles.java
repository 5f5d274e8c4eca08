package dev.streakline.architecture.planted.applicationallowlist.application.streak;

import java.io.FileInputStream;

record OpensFiles(FileInputStream file) {}
