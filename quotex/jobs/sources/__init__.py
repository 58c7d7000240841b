"""What a job reads: files of rows and folders of articles, each cut into parts."""
