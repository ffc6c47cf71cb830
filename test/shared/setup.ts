import "../../shared/language/javascript";
